package com.shadowlanes.httpcodes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Produces;

/** Which package may use which, and what runs only while the function is built (ARCHITECTURE.md). */
@AnalyzeClasses(packages = "com.shadowlanes.httpcodes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The class of {@code web} that joins what runs during the build to what runs for each request. */
    private static final String JOINT = "com.shadowlanes.httpcodes.web.BuiltSite";

    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_ONLY_THOSE_BEFORE_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("catalog")
            .definedBy("..catalog..")
            .layer("site")
            .definedBy("..site..")
            .layer("render")
            .definedBy("..render..")
            .layer("generate")
            .definedBy("..generate..")
            .layer("web")
            .definedBy("..web..")
            .layer("lambda")
            .definedBy("..lambda..")
            .whereLayer("lambda")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("lambda")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("generate", "web")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("generate", "web");

    @ArchTest
    static final ArchRule WHAT_RUNS_FOR_A_REQUEST_KNOWS_NOTHING_OF_THE_BUILD = noClasses()
            .that(resideInAnyPackage("..site..", "..render..", "..web..", "..lambda.."))
            .and(not(new NamedJoint()))
            .should()
            .dependOnClassesThat(resideInAnyPackage("..catalog..", "..generate..", "org.snakeyaml.."));

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

    private static final class NamedJoint extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        NamedJoint() {
            super(JOINT);
        }

        @Override
        public boolean test(JavaClass javaClass) {
            return javaClass.getName().equals(JOINT);
        }
    }
}
