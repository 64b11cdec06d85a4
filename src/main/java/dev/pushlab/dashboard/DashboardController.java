package dev.pushlab.dashboard;

import dev.pushlab.fault.FaultyNetwork;
import dev.pushlab.meter.tap.Pages;
import dev.pushlab.scenario.Scenario;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Strategy.Trait;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Renders the page: one card a strategy, apart those that no browser can be the client of. */
@Controller
class DashboardController {

    /** Nothing from elsewhere, nothing inline; Pico draws its ticks and arrows from data: addresses. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:%s;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** What the page is made of, each with a fragment, a script and a style of its own. */
    private static final List<String> PARTS = List.of(
            "tools", "trust", "latency", "pictures", "wire", "advice", "scenario", "network", "roundtrips", "sharing");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    private final List<Strategy> strategies;
    private final long core;
    private final List<Strategy> apart;
    private final Texts texts;
    private final Pages pages;
    private final FaultyNetwork network;
    private final ServletContext container;

    DashboardController(
            Strategies strategies, Texts texts, Pages pages, FaultyNetwork network, ServletContext container) {
        this.strategies = strategies.all().stream()
                .filter(strategy -> strategy.has(Trait.BROWSER))
                .sorted(Comparator.comparing(strategy -> !strategy.has(Trait.CORE)))
                .toList();
        this.core = this.strategies.stream()
                .filter(strategy -> strategy.has(Trait.CORE))
                .count();
        this.apart = strategies.all().stream()
                .filter(strategy -> !strategy.has(Trait.BROWSER))
                .toList();
        this.texts = texts;
        this.pages = pages;
        this.network = network;
        this.container = container;
    }

    @GetMapping("/")
    String dashboard(
            @RequestParam(required = false) String topic,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY.formatted(faultyOrigin(request)));
        // A page that the browser kept would come back with a token that is forgotten by then.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("page", pages.open());
        model.addAttribute("faultyPort", network.port());
        model.addAttribute("topic", topic);
        model.addAttribute("parts", PARTS);
        model.addAttribute("scenarios", Scenario.values());
        model.addAttribute("strategies", strategies);
        model.addAttribute("core", core);
        model.addAttribute("apart", apart);
        model.addAttribute("languages", Language.all(locale));
        model.addAttribute("texts", texts.json(locale));
        model.addAttribute("runtime", ServerRuntime.of(container.getServerInfo()));
        return "dashboard";
    }

    /** The same host by the faulty network's port, as a policy writes it: it has no words for IPv6 addresses. */
    private String faultyOrigin(HttpServletRequest request) {
        boolean known =
                network.port() != null && HOST.matcher(request.getServerName()).matches();
        return known ? " http://" + request.getServerName() + ":" + network.port() : "";
    }
}
