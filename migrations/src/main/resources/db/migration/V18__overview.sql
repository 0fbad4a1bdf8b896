-- The newest runs of a branch in an environment, whatever else was uploaded since.
create index run_newest on run (project_id, environment_id, branch_id, uploaded_at desc, run_id desc);
