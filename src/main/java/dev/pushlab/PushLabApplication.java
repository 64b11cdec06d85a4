package dev.pushlab;

import dev.pushlab.bench.CommandLineTool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server, or runs the command that the first argument names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PushLabApplication {

    public static void main(String[] args) {
        if (CommandLineTool.handles(args)) {
            System.exit(CommandLineTool.run(args));
        }
        SpringApplication.run(PushLabApplication.class, args);
    }
}
