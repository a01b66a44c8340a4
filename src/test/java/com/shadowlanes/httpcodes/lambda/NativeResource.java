package com.shadowlanes.httpcodes.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of a native function that has the resource in it, which the one for AWS does not: {@code .ci/run} builds it. */
@QuarkusIntegrationTest
class NativeResource extends ResourceTest {}
