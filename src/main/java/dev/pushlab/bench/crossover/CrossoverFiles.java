package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A crossover in files: the page, its chart, the tables, the data, and the model for later use. */
public final class CrossoverFiles {

    public static final String MODEL = "cost-model.json";

    private CrossoverFiles() {}

    /** Writes all of it, in place of what was there. */
    public static void write(Crossover crossover, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("crossover.html"), Format.HTML.write(crossover));
        Files.writeString(folder.resolve("crossover.md"), Format.MARKDOWN.write(crossover) + "\n");
        Files.writeString(folder.resolve("crossover.json"), Format.JSON.write(crossover) + "\n");
        Files.writeString(folder.resolve(MODEL), Json.write(crossover.model()) + "\n");
        if (crossover.decided()) {
            Files.writeString(folder.resolve("crossover.svg"), Format.SVG.write(crossover) + "\n");
        } else {
            Files.deleteIfExists(folder.resolve("crossover.svg"));
        }
    }

    /** @throws IllegalArgumentException saying in one line why the file is no cost model */
    public static CostModel readModel(Path file) {
        try {
            return model(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + " is not there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read", e);
        }
    }

    /** The model that comes with the application: that of the committed crossover. */
    public static CostModel committedModel() {
        try (var in = Objects.requireNonNull(CrossoverFiles.class.getResourceAsStream(MODEL))) {
            return model(MODEL, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CostModel model(String name, String json) {
        try {
            var model = JsonMapper.shared().readValue(json, CostModel.class);
            if (model == null || model.version() != CostModel.VERSION) {
                throw new IllegalArgumentException(name + " is no cost model of version " + CostModel.VERSION);
            }
            return model;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + " is no cost model", e);
        }
    }
}
