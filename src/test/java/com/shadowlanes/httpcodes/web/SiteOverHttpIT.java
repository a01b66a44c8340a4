package com.shadowlanes.httpcodes.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SiteOverHttpIT extends SiteOverHttpTest {}
