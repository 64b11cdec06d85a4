package dev.pushlab.bench.advice;

import java.util.List;

/**
 * An answer to a question.
 *
 * @param ranked the strategies that are good enough, the cheapest first
 * @param alike those that can't be told from the cheapest, itself among them
 * @param excluded the others, each with its reason
 * @param flips where another one comes first
 * @param model what the costs were measured on
 */
public record Advice(
        Question question,
        Criterion rankedBy,
        List<Judgement> ranked,
        List<String> alike,
        List<Judgement> excluded,
        Flips flips,
        Scope model,
        List<Caveat> caveats) {}
