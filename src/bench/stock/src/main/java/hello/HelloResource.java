package hello;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Greets whoever the path names, on a page or as JSON. */
@Path("/{name}")
public class HelloResource {
    private final Template hello;

    HelloResource(Template hello) {
        this.hello = hello;
    }

    public record Greeting(String message) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("name") String name) {
        return hello.data("name", name);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Greeting json(@PathParam("name") String name) {
        return new Greeting("Hello " + name);
    }
}
