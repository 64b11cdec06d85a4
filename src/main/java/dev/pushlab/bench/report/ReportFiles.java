package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports in the file system. */
public final class ReportFiles {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.MARKDOWN, Format.HTML);

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportFiles() {}

    /** Writes a report in every format but the terminal's, and two charts of it; the directory is made if need be. */
    public static void write(Path directory, Report report) throws IOException {
        Files.createDirectories(directory);
        for (var format : FORMATS) {
            Files.writeString(directory.resolve(format.fileName()), format.write(report));
        }
        Files.writeString(directory.resolve("report-cpu.svg"), Charts.cpuFile(report));
        Files.writeString(directory.resolve("report-latency.svg"), Charts.latencyFile(report));
    }

    /**
     * Reads what was written as JSON.
     *
     * @throws IllegalArgumentException with one line that says why it can't be read
     */
    public static Report read(Path file) {
        try {
            var tree = JSON.readTree(content(file));
            int version = version(file, tree);
            if (version > Report.VERSION) {
                throw new IllegalArgumentException("%s is of version %d, newer than this program knows (%d)"
                        .formatted(file, version, Report.VERSION));
            }
            return JSON.treeToValue(tree, Report.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not a report: " + e.getOriginalMessage(), e);
        }
    }

    private static String content(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no such file: " + file);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e, e);
        }
    }

    private static int version(Path file, JsonNode tree) {
        var version = tree.path("version");
        if (!version.canConvertToInt() || !tree.path("rows").isArray()) {
            throw new IllegalArgumentException(file + " is not a report");
        }
        return version.asInt();
    }
}
