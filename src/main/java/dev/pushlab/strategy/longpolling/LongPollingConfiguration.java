package dev.pushlab.strategy.longpolling;

import static dev.pushlab.strategy.Strategy.Trait.BROWSER;
import static dev.pushlab.strategy.Strategy.Trait.CORE;
import static dev.pushlab.strategy.Strategy.Trait.HTTP_SLOT;

import dev.pushlab.strategy.Strategy;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the strategy, and lets its requests wait once they are asynchronous. */
@Configuration(proxyBeanMethods = false)
class LongPollingConfiguration implements WebMvcConfigurer {

    @Bean
    Strategy longPolling() {
        return new Strategy("long-polling", 20, CORE, BROWSER, HTTP_SLOT);
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.registerDeferredResultInterceptors(new DeferredResultProcessingInterceptor() {
            @Override
            public <T> void preProcess(NativeWebRequest request, DeferredResult<T> result) {
                if (result instanceof HeldRequest held) {
                    held.begin(
                            request.getNativeRequest(HttpServletRequest.class).getAsyncContext());
                }
            }
        });
    }
}
