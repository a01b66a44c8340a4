package com.shadowlanes.httpcodes.lambda;

import io.quarkus.runtime.ImageMode;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Collections;
import java.util.Iterator;

/**
 * Keeps Quarkus from going through the names of all settings at a cold start, which took more than a third of it, only to
 * warn of those that nothing reads. They were gone through when the function was built; each can still be set in the
 * environment, but those that are maps cannot ({@code quarkus.log.category."name".level}).
 */
public class UnlistedSettings implements ConfigSourceInterceptor {
    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return context.proceed(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        return ImageMode.current() == ImageMode.NATIVE_RUN
                ? Collections.emptyIterator()
                : ConfigSourceInterceptor.super.iterateNames(context);
    }
}
