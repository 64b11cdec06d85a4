package dev.pushlab;

import dev.pushlab.bench.CommandLineTool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Starts the server, or runs the command that the first argument names. */
@SpringBootApplication
@ComponentScan(
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(type = FilterType.REGEX, pattern = "dev\\.pushlab\\.bench\\..*")
        })
@ConfigurationPropertiesScan
public class PushLabApplication {

    public static void main(String[] args) {
        if (CommandLineTool.handles(args)) {
            System.exit(CommandLineTool.run(args));
        }
        SpringApplication.run(PushLabApplication.class, args);
    }
}
