# Varnish as the shared cache of the edge tests. It stays with the built-in VCL, so that what is tested is what the
# function's own Cache-Control and Vary make of any cache. The backend is declared by the file that includes this one.
import std;

# The built-in VCL pipes methods that it does not know: without what vcl_backend_fetch adds, and with the rest of the
# connection past the cache. Passed, they reach the function, whose 405 comes back like any other answer.
sub vcl_req_method {
  if (req.method != "GET" && req.method != "HEAD" && req.method != "PRI") {
    return (pass);
  }
}

# What CloudFront adds for the origin; a client's own value does not get through.
sub vcl_backend_fetch {
  set bereq.http.x-origin-verify = std.getenv("EDGE_SECRET");
}
