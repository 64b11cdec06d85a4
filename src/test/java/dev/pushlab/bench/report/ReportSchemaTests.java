package dev.pushlab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Report;
import dev.pushlab.bench.result.Saying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented form is the form that is written. */
class ReportSchemaTests {

    private final String text = Files.readString(Path.of("src/docs/report-schema.json"));
    private final JsonNode schema = JsonMapper.shared().readTree(text);
    private final Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);

    ReportSchemaTests() throws IOException {}

    @Test
    void reportsFollowIt() {
        assertThat(errors(Format.JSON.write(Reports.mixed(1)))).isEmpty();
        assertThat(errors(Format.JSON.write(Reports.valid()))).isEmpty();
    }

    @Test
    void somethingElseDoesNot() {
        String report = Format.JSON.write(Reports.valid());
        assertThat(errors(report.replace("\"latencyP50\"", "\"latencyP51\""))).isNotEmpty();
        assertThat(errors(report.replaceFirst("\"expected\" : \\d+,", ""))).isNotEmpty();
        assertThat(errors(report.replaceFirst("\"version\" : 1", "\"version\" : 2")))
                .isNotEmpty();
    }

    @Test
    void anInvalidRowHasNoSummaryAndNoValidReport() {
        String report = Format.JSON.write(Reports.valid());
        String rows = report.substring(report.indexOf("\"rows\""));
        String invalid = report.replace(rows, rows.replaceFirst("\"valid\" : true", "\"valid\" : false"));
        assertThat(errors(invalid)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyMeasureIsDescribed() {
        var ids = Arrays.stream(Measure.values()).map(Measure::id).toList();
        var definitions = schema.path("$defs");
        assertThat(definitions.path("measures").path("properties").propertyNames())
                .containsExactlyElementsOf(ids);
        assertThat(definitions.path("measureId").path("enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void everyMeasureTellsItsUnit() {
        for (var measure : Measure.values()) {
            String description = schema.at("/$defs/measures/properties/" + measure.id() + "/description")
                    .asString();
            String symbol = measure.unit().symbol();
            assertThat(description).matches(symbol.isEmpty() ? "[^;]+\\." : ".+; \\Q" + symbol + "\\E[., ].*");
        }
    }

    @Test
    void everyPropertyIsDescribed() {
        for (var name : schema.path("properties").propertyNames()) {
            assertThat(schema.path("properties").path(name).path("description").asString(""))
                    .isNotBlank();
        }
    }

    @Test
    void versionAndVerdictsAreThoseOfTheProgram() {
        assertThat(schema.at("/properties/version/const").asInt()).isEqualTo(Report.VERSION);
        assertThat(schema.at("/properties/sayings/items/properties/verdict/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(Saying.Verdict.values()).map(Enum::name).toList());
    }

    private List<Error> errors(String report) {
        return validator.validate(report, InputFormat.JSON);
    }
}
