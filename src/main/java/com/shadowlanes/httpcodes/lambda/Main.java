package com.shadowlanes.httpcodes.lambda;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;
import java.io.IOException;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Starts the native function as a Lambda runtime should: each log record is one line, a start that fails is reported to
 * Lambda with its reason, and a process that cannot go on ends, so that Lambda starts another.
 */
@QuarkusMain
public class Main {
    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(Main.class);

    public static void main(String... args) {
        // Not by LaunchMode, which dev mode sets later; there, an application that stops is only about to start again.
        if (ImageMode.current() != ImageMode.NATIVE_RUN) {
            Quarkus.run(args);
            return;
        }
        Logger root = LogContext.getLogContext().getLogger("");
        root.setLevel(Level.INFO); // until Quarkus has read quarkus.log.level
        System.setProperty("quarkus.log.console.enabled", "false"); // this handler takes its place
        root.addHandler(new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new JsonLines()));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> FatalError.exit(failure, thread.getName() + " failed"));
        Quarkus.run(null, Main::ended, args);
    }

    /** @param failure why Quarkus could not start, or null if it has been asked to stop */
    private static void ended(int status, Throwable failure) {
        if (failure == null) {
            System.exit(status);
        }
        Throwable reason = ExceptionUtil.getRootCause(failure);
        // Before the report, which Lambda need not answer.
        LOG.fatal("The function could not start: " + reason.getMessage(), reason);
        try {
            RuntimeApi.reportInitError(reason);
        } catch (IOException e) {
            LOG.error("The failed start could not be reported", e);
        }
        Runtime.getRuntime().halt(1);
    }
}
