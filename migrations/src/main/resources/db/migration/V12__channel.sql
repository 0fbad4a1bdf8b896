-- The server checks a rule's channel when it is written. A list here would be a second one.
alter table notification_rule drop constraint notification_rule_channel_check;
