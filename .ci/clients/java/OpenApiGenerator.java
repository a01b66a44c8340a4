import client.ApiClient;
import client.ApiException;
import client.api.CodeApi;
import client.api.CodesApi;
import client.api.GuideApi;
import client.api.SearchApi;
import client.model.ComparedCode;
import client.model.Comparison;
import client.model.LibraryConstant;
import client.model.Problem;
import client.model.SearchResults;
import client.model.StatusCode;
import client.model.StatusCodeList;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Calls the API through the client of openapi-generator's java, with the JDK's HTTP client. */
class OpenApiGenerator {
    public static void main(String[] arguments) throws Exception {
        ApiClient api = new ApiClient();
        api.updateBaseUri(arguments[0]);

        StatusCodeList all = new CodesApi(api).listStatusCodes();
        long others = all.getCodes().stream()
                .map(StatusCode::getOtherUses)
                .filter(Objects::nonNull)
                .mapToLong(Collection::size)
                .sum();
        List<LibraryConstant> constants = all.getCodes().stream()
                .map(StatusCode::getConstants)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .toList();
        long deprecated = constants.stream()
                .filter(constant -> Boolean.TRUE.equals(constant.getDeprecated()))
                .count();
        System.out.printf(
                "%s: %d codes, %d other uses, %d constants, %d deprecated%n",
                all.getLicense(), all.getCodes().size(), others, constants.size(), deprecated);

        CodeApi codes = new CodeApi(api);
        StatusCode code = codes.getStatusCode(404);
        System.out.printf(
                "%d %s, %s, %s: %s%n",
                code.getCode(), code.getReasonPhrase(), code.getPropertyClass(), code.getState(), code.getSummary());
        System.out.printf(
                "retry %s, checked %s%n",
                code.getRetry().getAdvice(), code.getSource().getChecked());

        SearchResults found = new SearchApi(api).searchStatusCodes("too many");
        System.out.printf(
                "%s: %d, first %d%n",
                found.getQuery(),
                found.getResults().size(),
                found.getResults().get(0).getCode());

        Comparison pair = new GuideApi(api).getComparison("302-vs-303");
        ComparedCode first = pair.getCodes().get(0);
        System.out.printf(
                "%s %s, method %s: %s%n",
                pair.getDecision(), first.getRightWhen(), first.getRedirect().getMethod(), first.getMeaning());

        try {
            codes.getStatusCode(477);
        } catch (ApiException e) {
            Problem problem = new ObjectMapper().readValue(e.getResponseBody(), Problem.class);
            System.out.printf("%d %s: %s%n", problem.getStatus(), problem.getTitle(), problem.getDetail());
        }

        File picture = codes.getStatusCodePicture(404);
        byte[] content = Files.readAllBytes(picture.toPath());
        System.out.printf(
                "%s, %d bytes%n", new String(content, 1, 3, StandardCharsets.US_ASCII), content.length);
    }
}
