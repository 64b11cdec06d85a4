package dev.pushlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.pushlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.pushlab.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule strategiesDoNotKnowEachOther =
            slices().matching("dev.pushlab.strategy.(*)").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theLogImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.pushlab.log")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.pushlab..").and(resideOutsideOfPackages("dev.pushlab.log")));

    @ArchTest
    static final ArchRule aStrategyNeedsOnlyTheLogAndTheStrategyPackage = noClasses()
            .that()
            .resideInAPackage("dev.pushlab.strategy..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.pushlab..")
                    .and(resideOutsideOfPackages("dev.pushlab.log", "dev.pushlab.strategy..")));

    @ArchTest
    static final ArchRule theBenchKnowsTheServerOnlyOverTheWire = noClasses()
            .that()
            .resideInAPackage("dev.pushlab.bench..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.pushlab..")
                    .and(resideOutsideOfPackages("dev.pushlab.log", "dev.pushlab.scenario", "dev.pushlab.bench..")));

    @ArchTest
    static final ArchRule scenariosAreNothingButFigures = noClasses()
            .that()
            .resideInAPackage("dev.pushlab.scenario")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "dev.pushlab.scenario"));

    @ArchTest
    static final ArchRule theBenchNeedsNoSpring = noClasses()
            .that(resideInAPackage("dev.pushlab.bench..").and(resideOutsideOfPackages("dev.pushlab.bench.baseline")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule nothingDependsOnTheBaseline = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pushlab.bench.baseline")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pushlab.bench.baseline");

    @ArchTest
    static final ArchRule theBaselineStandsAlone = noClasses()
            .that()
            .resideInAPackage("dev.pushlab.bench.baseline")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.pushlab..").and(resideOutsideOfPackages("dev.pushlab.bench.baseline")));

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate();
}
