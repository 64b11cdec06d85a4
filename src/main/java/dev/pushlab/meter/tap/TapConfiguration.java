package dev.pushlab.meter.tap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the taps into the web server. */
@Configuration(proxyBeanMethods = false)
class TapConfiguration {

    @Bean
    JettyServletWebServerFactory tappedWebServer(Taps taps, ObjectProvider<JettyServerCustomizer> customizers) {
        var factory = new TappedWebServerFactory(taps);
        customizers.orderedStream().forEach(factory::addServerCustomizers);
        return factory;
    }
}
