package com.shadowlanes.httpcodes.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/**
 * Which methods the REST resources have at a path. REST shows each of them to a feature like this while the function is built;
 * what it answers itself to OPTIONS and to other methods knows one class alone, and names no method in a 405.
 */
@Provider
@Singleton
public class ResourceMethods implements DynamicFeature {
    private final List<Route> routes = new ArrayList<>();

    /** The class of each path. */
    private final Map<String, String> owners = new HashMap<>();

    /** A method, and the paths that have it. */
    private record Route(String method, RequestMapper<String> paths) {}

    /** @throws IllegalStateException naming a method that REST or this class would not find */
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method java = resource.getResourceMethod();
        String template = path(resource.getResourceClass()) + path(java);
        String owner = owners.putIfAbsent(template, resource.getResourceClass().getName());
        check(
                owner == null || owner.equals(resource.getResourceClass().getName()),
                java,
                "has a path of " + owner + ", and REST would ask only one of the two classes");
        check(resource.getResourceClass().isAnnotationPresent(Path.class), java, "needs @Path at its class");
        int known = routes.size();
        RequestPath<String> path =
                new RequestPath<>(false, new URITemplate(template.isEmpty() ? "/" : template, false), template);
        for (Annotation annotation : java.getAnnotations()) {
            HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                check(!method.value().equals(HttpMethod.OPTIONS), java, "answers OPTIONS, as Front does for all paths");
                routes.add(new Route(method.value(), new RequestMapper<>(new ArrayList<>(List.of(path)))));
            }
        }
        check(routes.size() > known, java, "needs @GET, @POST or the like itself, not on an interface");
    }

    private static void check(boolean isMet, Method method, String reason) {
        if (!isMet) {
            throw new IllegalStateException(
                    method.getDeclaringClass().getName() + "." + method.getName() + " " + reason);
        }
    }

    /** What {@code @Path} says, with a slash in front and none behind; empty where there is nothing. */
    private static String path(AnnotatedElement annotated) {
        Path path = annotated.getAnnotation(Path.class);
        String value = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return value.isEmpty() ? "" : "/" + value;
    }

    /** The methods of the resources at a path, in alphabetical order; empty where there is no resource. */
    Set<String> of(String path) {
        // REST sees a line break percent-encoded; as it is, the pattern of a path parameter would not match it.
        String line = path.replaceAll("\\R", " ");
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.paths.map(line) != null) {
                methods.add(route.method);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD); // JAX-RS 3.1, section 3.3.5
        }
        return methods;
    }
}
