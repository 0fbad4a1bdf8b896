package dev.plumbline.forge.github;

import dev.plumbline.forge.product.Encoded;
import dev.plumbline.forge.product.RepositoryPages;

/** The pages of a repository on GitHub. Its list of commits knows authors by account only, so theirs are searched by name. */
record GitHubPages(String repository) implements RepositoryPages {

    @Override
    public String commit(String sha) {
        return repository + "/commit/" + sha;
    }

    @Override
    public String range(String after, String upTo) {
        return repository + "/compare/" + after + "..." + upTo;
    }

    @Override
    public String branch(String name) {
        return repository + "/tree/" + Encoded.path(name);
    }

    @Override
    public String pullRequest(int number) {
        return repository + "/pull/" + number;
    }

    @Override
    public String author(String name, String branch) {
        return repository + "/search?type=commits&q=" + Encoded.query("author-name:\"" + name.replace("\"", "") + "\"");
    }
}
