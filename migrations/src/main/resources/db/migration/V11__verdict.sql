-- The rest of a verdict: how many runs the candidate's level is of, and the iterations a fork that would settle it; longer_forks says
-- that these take less time than more forks. Verdicts from before don't say.
alter table verdict
    add column candidate_runs     integer,
    add column iterations_needed  integer,
    add column longer_forks       boolean;
