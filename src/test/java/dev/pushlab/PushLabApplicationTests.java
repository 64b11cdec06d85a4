package dev.pushlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pushlab.workload.enabled=false")
class PushLabApplicationTests {

    @Autowired
    private ApplicationContext context;

    @Test
    void hasNoBeanOfTheBench() {
        var packages = Stream.of(context.getBeanDefinitionNames())
                .map(context::getType)
                .map(Class::getPackageName);
        assertThat(packages).contains("dev.pushlab.log").noneMatch(name -> name.startsWith("dev.pushlab.bench"));
    }
}
