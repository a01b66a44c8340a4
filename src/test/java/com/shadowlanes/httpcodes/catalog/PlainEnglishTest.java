package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be counted of the rules for texts (CONTRIBUTING.md, "How the texts are written"). */
class PlainEnglishTest {
    private static final Set<String> PROSE = Set.of(
            "summary",
            "meaning",
            "whenToUse",
            "example",
            "whenNotToUse",
            "text",
            "cause",
            "cure",
            "note",
            "difference",
            "decision",
            "examples",
            "question",
            "help",
            "answer",
            "reason",
            "detail",
            "gist");

    /** A text, and where it stands. */
    private record Text(String file, String member, String text) {
        /** Without code and quotations, which have words of their own. */
        String words() {
            return text.replaceAll("`[^`]*`|\"[^\"]*\"", "X");
        }

        @Override
        public String toString() {
            return file + ", " + member + ": " + text;
        }
    }

    private static final List<Text> TEXTS = texts();

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (String folder : List.of("codes", "tables")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources", folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                    collect(file.getFileName().toString(), "", new ObjectMapper().valueToTree(content), texts);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return texts;
    }

    private static void collect(String file, String member, JsonNode node, List<Text> texts) {
        if (node.isTextual() && PROSE.contains(member) && node.asText().contains(" ")) {
            texts.add(new Text(file, member, node.asText()));
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            collect(file, each.getKey(), each.getValue(), texts);
        }
        if (node.isArray()) {
            node.forEach(each -> collect(file, member, each, texts));
        }
    }

    /** Each use that remains is the right word where it stands: a form's field, the content of a file. */
    @ParameterizedTest
    @CsvSource({
        "contents?(?! coding)(?! negotiation), 12",
        "fields?, 12",
        "mostly, 0",
        "repeat(s|ed|ing)?, 8",
        "lifetimes?, 30",
        "at once, 5",
        "for good, 0",
        "for ever, 0",
        "for now, 0",
        "hang(s)? up, 0",
        "somebody, 0",
        "nobody, 0",
        "(final|last) slash, 0",
        "anew, 0",
        "seldom, 0",
        "in vain, 0",
        "for want of, 0",
        "all the same, 0",
        "at present, 0"
    })
    void theReadersWordsAreUsed(String word, int most) {
        Pattern pattern = Pattern.compile("(?i)(?<![-\\w])" + "(" + word + ")" + "(?![-\\w])");
        List<String> uses = new ArrayList<>();
        for (Text text : TEXTS) {
            pattern.matcher(text.words()).results().map(MatchResult::group).forEach(use -> uses.add(text.toString()));
        }
        assertTrue(uses.size() <= most, () -> uses.size() + " uses of " + word + ":\n" + String.join("\n", uses));
    }

    @ParameterizedTest
    @CsvSource({"header, 300", "body, 200", "response, 300", "retry, 50"})
    void headerAndBodyAreNotAvoided(String word, int least) {
        long uses = TEXTS.stream()
                .flatMap(text ->
                        Pattern.compile("(?i)\\b" + word).matcher(text.words()).results())
                .count();
        assertTrue(uses >= least, uses + " uses of " + word);
    }

    @Test
    void noSentenceIsAVerdict() {
        Pattern verdict = Pattern.compile("(^|[.;] )(Not (for|when|if)|No,) ");
        assertEquals(
                List.of(),
                TEXTS.stream()
                        .filter(text -> verdict.matcher(text.words()).find())
                        .toList());
    }

    @Test
    void everyTextStandsAlone() {
        assertEquals(
                List.of(),
                TEXTS.stream()
                        .filter(text -> !Set.of("note", "difference", "detail").contains(text.member))
                        .filter(text -> text.text.matches("(It|This) .*"))
                        .toList());
    }

    @Test
    void summariesAreShortSentences() {
        assertEquals(
                List.of(),
                TEXTS.stream()
                        .filter(text -> text.member.equals("summary"))
                        .filter(text -> text.text.replace("`", "").length() > 160 || !text.text.endsWith("."))
                        .toList());
    }
}
