package com.shadowlanes.httpcodes.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * A log record as one line of JSON, with the member names of Lambda's own JSON format, which does not apply to what a custom
 * runtime prints. CloudWatch takes each line for an event, so a stack trace in plain text would become dozens. Quarkus's
 * own extension for JSON has other member names, a second JSON library, and no say in what is logged before it is set up.
 */
final class JsonLines extends ExtFormatter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String format(ExtLogRecord record) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", record.getInstant().toString());
            json.writeStringField("level", record.getLevel().getName());
            json.writeStringField("logger", record.getLoggerName());
            String requestId = record.getMdc("AWSRequestId");
            if (requestId != null) {
                json.writeStringField("AWSRequestId", requestId);
            }
            json.writeStringField("message", record.getFormattedMessage());
            Throwable thrown = record.getThrown();
            if (thrown != null) {
                StringWriter stackTrace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(stackTrace, true));
                json.writeStringField("errorType", thrown.getClass().getName());
                json.writeStringField("errorMessage", thrown.getMessage());
                json.writeStringField("stackTrace", stackTrace.toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a line can always be written to memory", e);
        }
        return line.append('\n').toString();
    }
}
