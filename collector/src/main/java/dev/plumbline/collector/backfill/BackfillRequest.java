package dev.plumbline.collector.backfill;

import java.nio.file.Path;

/**
 * What the user wants to have measured.
 *
 * @param from the commit after which it begins, any name that git knows; empty where the regression says it
 * @param to the last commit
 * @param every one of so many commits is measured
 * @param most how many commits are measured at most
 * @param regression the number of a regression whose range is narrowed; 0: none
 * @param reference the commit that is measured beside each
 * @param build what builds a commit, for the shell
 * @param launched what measures
 * @param pairs how often either side is launched for a commit
 * @param environment the environment of the runs
 * @param branch their branch
 * @param output the folder for the log and the reference's level
 */
record BackfillRequest(
        String from,
        String to,
        int every,
        int most,
        long regression,
        String reference,
        String build,
        Measured launched,
        int pairs,
        String environment,
        String branch,
        Path output) {}
