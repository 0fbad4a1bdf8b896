package dev.plumbline.forge.product;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a CI job's variables say about the forge that it runs on. An unknown text is empty.
 *
 * @param api the address of its API
 * @param repository the repository with the pull request
 * @param page the address of that repository's page
 * @param token the token with which the job may write
 * @param annotates whether the job's log can contain workflow annotations
 */
public record CiJob(String api, String repository, String page, String token, boolean annotates) {

    /** The value of the first of these variables that is set; empty when none is. */
    public static String first(UnaryOperator<String> variables, String... names) {
        return Arrays.stream(names)
                .map(variables)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
