package dev.plumbline.forge.repository;

import java.util.OptionalInt;

/**
 * A run of a forge's own CI.
 *
 * @param id its id
 * @param headSha the commit that it runs on
 * @param headRepository whose commit that is, {@code owner/name}
 * @param pullRequest the pull request that it runs for, if the forge says
 * @param finished whether it has ended
 * @param url its page
 */
public record CiRun(
        String id, String headSha, String headRepository, OptionalInt pullRequest, boolean finished, String url) {}
