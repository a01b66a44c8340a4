package com.shadowlanes.httpcodes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Produces;
import java.util.Arrays;

/** Which package may use which, and what runs only while the function is built (ARCHITECTURE.md). */
@AnalyzeClasses(packages = "com.shadowlanes.httpcodes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The class of {@code web} that joins what runs during the build to what runs for each request. */
    private static final String JOINT = "com.shadowlanes.httpcodes.web.BuiltSite";

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_ONE_OF_SIX_PACKAGES = classes()
            .should()
            .resideInAnyPackage("..catalog..", "..generate..", "..render..", "..site..", "..web..", "..lambda..");

    @ArchTest
    static final ArchRule CATALOG_USES_NONE_OF_THE_OTHERS = noClasses()
            .that()
            .resideInAPackage("..httpcodes.catalog..")
            .should()
            .dependOnClassesThat(inOurs("generate", "render", "site", "web", "lambda"));

    @ArchTest
    static final ArchRule SITE_USES_NONE_OF_THE_OTHERS = noClasses()
            .that()
            .resideInAPackage("..httpcodes.site..")
            .should()
            .dependOnClassesThat(inOurs("catalog", "generate", "render", "web", "lambda"));

    @ArchTest
    static final ArchRule RENDER_USES_SITE_ALONE = noClasses()
            .that()
            .resideInAPackage("..httpcodes.render..")
            .should()
            .dependOnClassesThat(inOurs("catalog", "generate", "web", "lambda"));

    @ArchTest
    static final ArchRule GENERATE_USES_WHAT_RUNS_DURING_THE_BUILD = noClasses()
            .that()
            .resideInAPackage("..httpcodes.generate..")
            .should()
            .dependOnClassesThat(inOurs("web", "lambda"));

    @ArchTest
    static final ArchRule ONE_CLASS_JOINS_BUILD_AND_REQUESTS = noClasses()
            .that()
            .resideInAnyPackage("..httpcodes.web..", "..httpcodes.lambda..")
            .and()
            .doNotHaveFullyQualifiedName(JOINT)
            .should()
            .dependOnClassesThat(inOurs("catalog", "generate"));

    @ArchTest
    static final ArchRule WEB_KNOWS_NOTHING_OF_LAMBDA =
            noClasses().that().resideInAPackage("..httpcodes.web..").should().dependOnClassesThat(inOurs("lambda"));

    @ArchTest
    static final ArchRule ONLY_CATALOG_READS_YAML = noClasses()
            .that()
            .resideOutsideOfPackage("..httpcodes.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    private static DescribedPredicate<JavaClass> inOurs(String... packages) {
        return resideInAnyPackage(Arrays.stream(packages)
                .map(each -> "com.shadowlanes.httpcodes." + each + "..")
                .toArray(String[]::new));
    }

    @ArchTest
    static final ArchRule ONLY_LAMBDA_KNOWS_LAMBDA = noClasses()
            .that()
            .resideOutsideOfPackage("..lambda..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazonaws..", "io.quarkus.amazon..");

    /** Which form is sent is decided in one place, Negotiation. */
    @ArchTest
    static final ArchRule NO_RESOURCE_DECIDES_A_FORM =
            noClasses().should().dependOnClassesThat(belongToAnyOf(Produces.class));

    @ArchTest
    static final ArchRule NO_CYCLE_BETWEEN_FILES =
            slices().assignedFrom(new Files()).should().beFreeOfCycles();

    /** A class and those that are declared in it. */
    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
