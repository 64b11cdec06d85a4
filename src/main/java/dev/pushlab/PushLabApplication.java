package dev.pushlab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PushLabApplication {

    public static void main(String[] args) {
        SpringApplication.run(PushLabApplication.class, args);
    }
}
