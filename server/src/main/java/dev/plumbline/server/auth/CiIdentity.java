package dev.plumbline.server.auth;

/**
 * What a verified ID token says about the CI job that holds it. Every text is as the issuer wrote it.
 *
 * @param issuer who vouches for it, {@code https://token.actions.githubusercontent.com}
 * @param repository the repository's name, {@code owner/name}; a repository that is deleted can be created again by somebody else
 * @param repositoryId the issuer's number of the repository, which is never reused
 * @param ref what the job runs for, {@code refs/heads/main}
 * @param run the CI run, empty when the token does not say
 * @param reach which uploads the job may make
 */
public record CiIdentity(
        String issuer, String repository, String repositoryId, String ref, String run, UploadReach reach) {}
