package com.shadowlanes.httpcodes.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExceptionMappersTest {
    /** A part of the site that fails, there for these tests alone. */
    @Path("/failing")
    public static class Failing {
        @GET
        @Path("inside")
        public Response inside() {
            throw new IllegalStateException("the password is swordfish");
        }

        @GET
        @Path("{anything: .*}")
        public Response anything() {
            throw new IllegalStateException();
        }

        @GET
        @Path("refused")
        public Response refused() {
            throw new BadRequestException("the password is swordfish");
        }
    }

    @Test
    void saysNothingInternalWhenItFails() {
        given().accept("application/json")
                .when()
                .get("/failing/inside")
                .then()
                .statusCode(500)
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("status", is(500))
                .body(not(containsString("swordfish")))
                .body(not(containsString("Exception")));
        given().accept("text/html")
                .when()
                .get("/failing/inside")
                .then()
                .statusCode(500)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Internal Server Error"))
                .body(not(containsString("swordfish")));
    }

    @Test
    void logsOneLineWhateverThePathContains() {
        List<String> messages = new CopyOnWriteArrayList<>();
        ExtHandler handler = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord record) {
                messages.add(record.getFormattedMessage());
            }
        };
        Logger logger = Logger.getLogger(ExceptionMappers.class.getName());
        logger.addHandler(handler);
        try {
            String event = "{\"rawPath\":\"/failing/a\\nb\\u202ec" + "\ud83e\udd56".repeat(2000)
                    + "\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
            given().contentType("application/json")
                    .body(event)
                    .post("/_lambda_")
                    .then()
                    .body("statusCode", is(500));
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(1, messages.size());
        assertTrue(messages.get(0).startsWith("/failing/a b c\ud83e\udd56"), messages.get(0));
        assertTrue(messages.get(0).endsWith("\ud83e\udd56... could not be answered"), messages.get(0));
    }

    @Test
    void saysNothingInternalWhenItRefuses() {
        given().accept("application/json")
                .when()
                .get("/failing/refused")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("swordfish")));
    }
}
