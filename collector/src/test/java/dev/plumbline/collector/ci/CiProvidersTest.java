package dev.plumbline.collector.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each provider's variables as its documentation and real builds have them. */
class CiProvidersTest {

    private static final String COMMIT = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";
    private static final String MERGE = "5a9c1d7f3b2e4a6c8d0e1f2a3b4c5d6e7f8a9b0c";

    @Test
    void knowsNoProviderOutsideOfCi() {
        assertThat(CiProviders.recognise(Map.of("HOME", "/home/me", "CI", ""))).isEqualTo(CiBuild.NONE);
        assertThat(CiBuild.NONE.known()).isFalse();
    }

    @Test
    void recognisesAGitLabBranchPipeline() {
        Map<String, String> variables = Map.of(
                "CI", "true",
                "GITLAB_CI", "true",
                "CI_COMMIT_SHA", COMMIT,
                "CI_COMMIT_REF_NAME", "main",
                "CI_COMMIT_BRANCH", "main",
                "CI_PIPELINE_ID", "91234",
                "CI_PIPELINE_URL", "https://gitlab.com/acme/widgets/-/pipelines/91234",
                "CI_JOB_ID", "770011",
                "CI_JOB_NAME", "benchmark",
                "CI_JOB_URL", "https://gitlab.com/acme/widgets/-/jobs/770011");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "gitlab-ci",
                        COMMIT,
                        "main",
                        0,
                        "https://gitlab.com/acme/widgets/-/jobs/770011",
                        "91234",
                        0,
                        "770011"));
    }

    @Test
    void takesTheSourceBranchsHeadInAGitLabMergedResultsPipeline() {
        Map<String, String> variables = Map.of(
                "GITLAB_CI", "true",
                "CI_COMMIT_SHA", MERGE,
                "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", COMMIT,
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "faster-split",
                "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main",
                "CI_MERGE_REQUEST_IID", "34",
                "CI_MERGE_REQUEST_ID", "100034",
                "CI_PIPELINE_ID", "91235",
                "CI_JOB_ID", "770012");

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.commit()).isEqualTo(COMMIT);
        assertThat(build.branch()).isEqualTo("faster-split");
        assertThat(build.pullRequest()).isEqualTo(34);
    }

    @Test
    void takesTheCommitInAGitLabMergeRequestPipelineWhereTheSourceShaIsEmpty() {
        Map<String, String> variables = Map.of(
                "GITLAB_CI", "true",
                "CI_COMMIT_SHA", COMMIT,
                "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "",
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "faster-split",
                "CI_MERGE_REQUEST_IID", "34",
                "CI_PIPELINE_ID", "91235");

        assertThat(CiProviders.recognise(variables).commit()).isEqualTo(COMMIT);
    }

    @Test
    void recognisesAJenkinsChangeRequest() {
        Map<String, String> variables = Map.of(
                "JENKINS_URL", "https://ci.acme.example/",
                "BUILD_NUMBER", "42",
                "BUILD_TAG", "jenkins-widgets-PR-24-42",
                "BUILD_URL", "https://ci.acme.example/job/widgets/job/PR-24/42/",
                "BRANCH_NAME", "PR-24",
                "CHANGE_ID", "24",
                "CHANGE_BRANCH", "faster-split",
                "CHANGE_TARGET", "main",
                "GIT_COMMIT", COMMIT,
                "STAGE_NAME", "Benchmark");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "jenkins",
                        COMMIT,
                        "faster-split",
                        24,
                        "https://ci.acme.example/job/widgets/job/PR-24/42/",
                        "jenkins-widgets-PR-24-42",
                        1,
                        "Benchmark",
                        "main"));
    }

    @Test
    void takesJenkinssRemoteBranchWithoutItsOrigin() {
        Map<String, String> variables = Map.of(
                "JENKINS_URL", "https://ci.acme.example/",
                "GIT_BRANCH", "origin/release/1.2",
                "GIT_COMMIT", COMMIT,
                "BUILD_TAG", "jenkins-widgets-7");

        assertThat(CiProviders.recognise(variables).branch()).isEqualTo("release/1.2");
    }

    @Test
    void recognisesBuildkiteAndCountsItsRetries() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "BUILDKITE", "true",
                "BUILDKITE_COMMIT", "HEAD",
                "BUILDKITE_BRANCH", "main",
                "BUILDKITE_PULL_REQUEST", "false",
                "BUILDKITE_BUILD_ID", "4735ba57-80d0-46e2-8fa0-b28223a86586",
                "BUILDKITE_BUILD_URL", "https://buildkite.com/acme/widgets/builds/1514",
                "BUILDKITE_JOB_ID", "e44f9784-e20e-4b93-a21d-f41fd5869db9",
                "BUILDKITE_STEP_ID", "080b7d73-986d-4a39-a510-b34f9faf4710",
                "BUILDKITE_RETRY_COUNT", "1"));

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "buildkite",
                        "HEAD",
                        "main",
                        0,
                        "https://buildkite.com/acme/widgets/builds/1514#e44f9784-e20e-4b93-a21d-f41fd5869db9",
                        "4735ba57-80d0-46e2-8fa0-b28223a86586",
                        2,
                        "080b7d73-986d-4a39-a510-b34f9faf4710"));

        variables.put("BUILDKITE_PULL_REQUEST", "123");
        assertThat(CiProviders.recognise(variables).pullRequest()).isEqualTo(123);
    }

    @Test
    void recognisesCircleCiAndReadsThePullRequestFromItsAddress() {
        Map<String, String> variables = Map.of(
                "CI", "true",
                "CIRCLECI", "true",
                "CIRCLE_SHA1", COMMIT,
                "CIRCLE_BRANCH", "faster-split",
                "CIRCLE_BUILD_NUM", "812",
                "CIRCLE_BUILD_URL", "https://circleci.com/gh/acme/widgets/812",
                "CIRCLE_NODE_INDEX", "0",
                "CIRCLE_PULL_REQUEST", "https://github.com/acme/widgets/pull/12",
                "CIRCLE_WORKFLOW_ID", "7bb21f4f-1f02-4d4d-8d4e-0d9b1d3d5a11");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "circleci",
                        COMMIT,
                        "faster-split",
                        12,
                        "https://circleci.com/gh/acme/widgets/812",
                        "7bb21f4f-1f02-4d4d-8d4e-0d9b1d3d5a11",
                        1,
                        "812.0"));
    }

    @Test
    void takesThePullRequestsHeadInAzurePipelines() {
        Map<String, String> variables = Map.of(
                "TF_BUILD", "True",
                "BUILD_BUILDID", "5511",
                "BUILD_SOURCEVERSION", MERGE,
                "BUILD_SOURCEBRANCH", "refs/pull/123/merge",
                "SYSTEM_PULLREQUEST_PULLREQUESTID", "9000123",
                "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "123",
                "SYSTEM_PULLREQUEST_SOURCEBRANCH", "refs/heads/faster-split",
                "SYSTEM_PULLREQUEST_SOURCECOMMITID", COMMIT,
                "SYSTEM_COLLECTIONURI", "https://dev.azure.com/acme/",
                "SYSTEM_TEAMPROJECT", "Big Widgets");

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.provider()).isEqualTo("azure-pipelines");
        assertThat(build.commit()).isEqualTo(COMMIT);
        assertThat(build.branch()).isEqualTo("faster-split");
        assertThat(build.pullRequest()).isEqualTo(123);
        assertThat(build.url()).isEqualTo("https://dev.azure.com/acme/Big%20Widgets/_build/results?buildId=5511");
        assertThat(build.runId()).isEqualTo("5511");
    }

    @Test
    void takesAzureReposOwnPullRequestIdWhereThereIsNoNumber() {
        Map<String, String> variables = Map.of(
                "TF_BUILD", "True",
                "BUILD_BUILDID", "5512",
                "BUILD_SOURCEVERSION", MERGE,
                "SYSTEM_PULLREQUEST_PULLREQUESTID", "77",
                "SYSTEM_JOBATTEMPT", "2");

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.pullRequest()).isEqualTo(77);
        assertThat(build.attempt()).isEqualTo(2);
    }

    @Test
    void takesThePullRequestsHeadInTravis() {
        Map<String, String> variables = Map.of(
                "CI", "true",
                "TRAVIS", "true",
                "TRAVIS_BRANCH", "main",
                "TRAVIS_COMMIT", MERGE,
                "TRAVIS_PULL_REQUEST", "31",
                "TRAVIS_PULL_REQUEST_BRANCH", "faster-split",
                "TRAVIS_PULL_REQUEST_SHA", COMMIT,
                "TRAVIS_BUILD_ID", "46812085",
                "TRAVIS_JOB_ID", "46812086",
                "TRAVIS_JOB_WEB_URL", "https://app.travis-ci.com/acme/widgets/jobs/46812086");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "travis",
                        COMMIT,
                        "faster-split",
                        31,
                        "https://app.travis-ci.com/acme/widgets/jobs/46812086",
                        "46812085",
                        0,
                        "46812086",
                        "main"));
    }

    @Test
    void takesTravissBranchWhenThePullRequestIsFalse() {
        Map<String, String> variables = Map.of(
                "TRAVIS", "true", "TRAVIS_BRANCH", "main", "TRAVIS_COMMIT", COMMIT, "TRAVIS_PULL_REQUEST", "false");

        CiBuild build = CiProviders.recognise(variables);

        assertThat(build.pullRequest()).isZero();
        assertThat(build.branch()).isEqualTo("main");
    }

    @Test
    void recognisesDrone() {
        Map<String, String> variables = Map.of(
                "DRONE", "true",
                "DRONE_BRANCH", "main",
                "DRONE_BUILD_LINK", "https://drone.acme.example/acme/widgets/42",
                "DRONE_BUILD_NUMBER", "42",
                "DRONE_COMMIT_BRANCH", "main",
                "DRONE_COMMIT_SHA", COMMIT,
                "DRONE_PULL_REQUEST", "12",
                "DRONE_REPO", "acme/widgets",
                "DRONE_SOURCE_BRANCH", "faster-split",
                "DRONE_STAGE_NAME", "benchmark");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "drone",
                        COMMIT,
                        "faster-split",
                        12,
                        "https://drone.acme.example/acme/widgets/42",
                        "acme/widgets#42",
                        1,
                        "benchmark"));
    }

    @Test
    void recognisesWoodpeckerEvenWhereItSetsDronesVariablesToo() {
        Map<String, String> variables = Map.of(
                "CI", "woodpecker",
                "DRONE", "true",
                "CI_REPO", "acme/widgets",
                "CI_COMMIT_SHA", COMMIT,
                "CI_COMMIT_BRANCH", "main",
                "CI_COMMIT_SOURCE_BRANCH", "faster-split",
                "CI_COMMIT_PULL_REQUEST", "9",
                "CI_PIPELINE_NUMBER", "8",
                "CI_PIPELINE_URL", "https://ci.example.com/repos/7/pipeline/8",
                "CI_WORKFLOW_NAME", "benchmark");

        assertThat(CiProviders.recognise(variables))
                .isEqualTo(new CiBuild(
                        "woodpecker",
                        COMMIT,
                        "faster-split",
                        9,
                        "https://ci.example.com/repos/7/pipeline/8",
                        "acme/widgets#8",
                        1,
                        "benchmark"));
    }

    @Test
    void knowsTheBranchThatAPullRequestIsFor() {
        Map<String, Map<String, String>> builds = Map.of(
                "GitHub Actions",
                Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_EVENT_NAME", "pull_request",
                        "GITHUB_REF", "refs/pull/12/merge",
                        "GITHUB_BASE_REF", "release-2"),
                "GitLab CI",
                Map.of(
                        "GITLAB_CI", "true",
                        "CI_MERGE_REQUEST_IID", "12",
                        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "release-2"),
                "Buildkite",
                Map.of(
                        "BUILDKITE", "true",
                        "BUILDKITE_PULL_REQUEST", "12",
                        "BUILDKITE_PULL_REQUEST_BASE_BRANCH", "release-2"),
                "Azure Pipelines",
                Map.of(
                        "TF_BUILD", "true",
                        "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "12",
                        "SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/release-2"),
                "Drone",
                Map.of("DRONE", "true", "DRONE_PULL_REQUEST", "12", "DRONE_TARGET_BRANCH", "release-2"),
                "Woodpecker",
                Map.of("CI", "woodpecker", "CI_COMMIT_PULL_REQUEST", "12", "CI_COMMIT_TARGET_BRANCH", "release-2"));

        builds.forEach(
                (name, variables) -> assertThat(CiProviders.recognise(variables).baseBranch())
                        .as(name)
                        .isEqualTo("release-2"));
        assertThat(CiProviders.recognise(Map.of("DRONE", "true", "DRONE_TARGET_BRANCH", "main"))
                        .baseBranch())
                .as("no pull request")
                .isEmpty();
    }
}
