package dev.pushlab.bench.compare;

import dev.pushlab.bench.result.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a report that was written as JSON. */
final class ReportReader {

    private ReportReader() {}

    /** @throws IllegalArgumentException saying in one line why the file is no report */
    static Report read(Path file) {
        try {
            var report = JsonMapper.shared().readValue(Files.readString(file), Report.class);
            if (report == null) {
                throw new IllegalArgumentException(file + " is no report");
            }
            if (report.version() != Report.VERSION) {
                throw new IllegalArgumentException(
                        file + " has version " + report.version() + " of a report, not " + Report.VERSION);
            }
            return report;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + " is not there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is no report", e);
        }
    }
}
