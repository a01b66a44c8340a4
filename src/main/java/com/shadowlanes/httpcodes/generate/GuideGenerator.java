package com.shadowlanes.httpcodes.generate;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Question;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of the guide, each a page. The first has all of them in its JSON, itself too, so that each is found by its id. */
final class GuideGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        Map<String, List<Crumb>> ways = ways(context.catalog().questions());
        for (Question question : context.catalog().questions()) {
            String path = path(question.id());
            Page page = context.frame().at(path);
            List<Step> steps = question.answers().stream()
                    .map(answer -> step(answer, context))
                    .toList();
            List<Representation> forms = context.templates()
                    .forms("choose", path, template -> template.data("page", page)
                            .data("question", question)
                            .data("steps", steps)
                            .data("way", ways.get(question.id()))
                            .data("prose", new Prose(List.of(), context.codes())));
            ObjectNode json = json(question, context.catalog());
            if (question.id().equals(Question.START)) {
                ArrayNode questions = json.putArray("questions");
                context.catalog().questions().forEach(each -> questions.add(json(each, context.catalog())));
            }
            output.put(path, forms, JsonText.of(json).at(path + ".json"));
        }
    }

    /** For each question the shortest way that leads to it. */
    private static Map<String, List<Crumb>> ways(List<Question> questions) {
        Map<String, Question> byId = questions.stream().collect(toMap(Question::id, question -> question));
        Map<String, List<Crumb>> ways = new HashMap<>(Map.of(Question.START, List.of()));
        Deque<Question> toFollow = new ArrayDeque<>(List.of(byId.get(Question.START)));
        while (!toFollow.isEmpty()) {
            Question question = toFollow.remove();
            for (Question.Answer answer : question.answers()) {
                if (answer.question() != null && !ways.containsKey(answer.question())) {
                    List<Crumb> way = new ArrayList<>(ways.get(question.id()));
                    way.add(new Crumb(path(question.id()), answer.answer()));
                    ways.put(answer.question(), way);
                    toFollow.add(byId.get(answer.question()));
                }
            }
        }
        return ways;
    }

    private static String path(String question) {
        return question.equals(Question.START) ? Paths.GUIDE : Paths.question(question);
    }

    private static Step step(Question.Answer answer, Context context) {
        return answer.code() == null
                ? new Step(answer.answer(), path(answer.question()), null, null)
                : new Step(
                        answer.answer(),
                        Paths.code(answer.code()),
                        context.codes().get(answer.code()),
                        answer.reason());
    }

    private static ObjectNode json(Question question, Catalog catalog) {
        ObjectNode object = CodeJson.tree(question);
        object.put("url", Paths.url(path(question.id())));
        for (int i = 0; i < question.answers().size(); i++) {
            Question.Answer answer = question.answers().get(i);
            ObjectNode json = (ObjectNode) object.path("answers").get(i);
            if (answer.code() == null) {
                json.put("url", Paths.url(path(answer.question())));
            } else {
                json.put("reasonPhrase", catalog.get(answer.code()).main().reasonPhrase())
                        .put("title", catalog.get(answer.code()).name())
                        .put("url", Paths.url(Paths.code(answer.code())));
            }
        }
        return object;
    }
}
