package dev.plumbline.forge.gitlab;

import dev.plumbline.forge.product.Encoded;
import dev.plumbline.forge.product.RepositoryPages;

/** The pages of a project on GitLab. */
record GitLabPages(String repository) implements RepositoryPages {

    @Override
    public String commit(String sha) {
        return repository + "/-/commit/" + sha;
    }

    @Override
    public String range(String after, String upTo) {
        return repository + "/-/compare/" + after + "..." + upTo;
    }

    @Override
    public String branch(String name) {
        return repository + "/-/tree/" + Encoded.path(name);
    }

    @Override
    public String pullRequest(int number) {
        return repository + "/-/merge_requests/" + number;
    }

    @Override
    public String author(String name, String branch) {
        return repository + "/-/commits/" + Encoded.path(branch) + "?author=" + Encoded.query(name);
    }
}
