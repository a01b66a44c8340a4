package com.shadowlanes.httpcodes.catalog;

import java.util.List;

/**
 * A step of the guide to the right code. Its texts are prose like those of {@link Use}.
 *
 * @param id its name in URLs: lower-case words joined by hyphens
 * @param question what is asked
 * @param help how to find the answer; null where the question is enough
 * @param answers what can be answered, at least two
 */
public record Question(String id, String question, String help, List<Answer> answers) {
    /** The id of the first question. */
    public static final String START = "start";

    /** @throws IllegalArgumentException naming the member that is wrong */
    public Question {
        Check.present("id", id);
        Check.present("question", question);
        Check.present("answers", answers);
        if (!id.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("id must be lower-case words joined by hyphens");
        }
        if (answers.size() < 2) {
            throw new IllegalArgumentException("answers must be two at least");
        }
        Check.distinct("answers", answers, Answer::answer);
    }

    /**
     * An answer, and where it leads: to another question or to a code.
     *
     * @param answer what is answered
     * @param question the id of the next question; null where a code is found
     * @param code the code that was found; null where another question follows
     * @param reason why it is this code, and what to do next; null where another question follows
     */
    public record Answer(String answer, String question, Integer code, String reason) {
        /** @throws IllegalArgumentException unless there is either a question or a code with its reason */
        public Answer {
            Check.present("answer", answer);
            if ((question == null) == (code == null) || (code == null) != (reason == null)) {
                throw new IllegalArgumentException("either question, or code and reason, must follow the answer");
            }
        }
    }
}
