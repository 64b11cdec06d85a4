package dev.pushlab.dashboard;

import dev.pushlab.bench.advice.Advice;
import dev.pushlab.bench.advice.Candidate;
import dev.pushlab.bench.advice.Recommender;
import dev.pushlab.bench.crossover.CrossoverFiles;
import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import dev.pushlab.strategy.Strategy.Trait;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says which of the strategies for browsers to choose. */
@RestController
class AdviceController {

    private final List<String> known;
    private final Recommender recommender;

    AdviceController(Strategies strategies) {
        var candidates = strategies.all().stream()
                .filter(strategy -> strategy.has(Trait.BROWSER))
                .map(strategy -> new Candidate(strategy.id(), strategy.has(Trait.TWO_WAY)))
                .toList();
        this.known = strategies.all().stream().map(Strategy::id).toList();
        this.recommender = new Recommender(CrossoverFiles.committedModel().costs(), candidates);
    }

    @PostMapping("/api/advice")
    Advice advise(@RequestBody AdviceRequest request) {
        for (var strategy : request.measured().keySet()) {
            if (!known.contains(strategy)) {
                throw RefusedException.invalid(
                        AdviceRequest.INVALID,
                        "measured names %s. Use %s."
                                .formatted(RefusedException.quote(strategy), String.join(", ", known)));
            }
        }
        return recommender.advise(request.question());
    }
}
