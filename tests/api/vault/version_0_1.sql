INSERT INTO accounts (id, email, display_name, role, time_zone, epoch, version, created_at)
VALUES ({id 1}, 'ada@example.org', 'Ada Quagga', 1, 'Europe/Berlin', 1, 1, {now});
INSERT INTO credentials (account_id, hash, changed_at) VALUES ({id 1}, '{hash}', {now});
INSERT INTO patients (id, account_id, time_zone, last_change, version, created_at)
VALUES ({id 2}, {id 1}, 'Europe/Berlin', 2, 1, {now});
INSERT INTO sessions (id, account_id, epoch, device_name, address, generation, current_hash, proved, created_at, last_seen_at, idle_until, expires_at)
VALUES ({id 3}, {id 1}, 1, 'quagga phone', '192.0.2.0/24', 1, {code}, {yes}, {now}, {now}, {later}, {later});
INSERT INTO sign_ups (id, email, display_name, role, time_zone, password_hash, code_hash, attempts, created_at, expires_at)
VALUES ({id 4}, 'quagga@example.org', 'Quagga', 2, 'UTC', '{hash}', {code}, 0, {now}, {later});
INSERT INTO invitations (id, patient_key, email, level, relation, code_hash, created_at, expires_at)
SELECT {id 5}, key, 'quagga@example.org', 1, 1, {code}, {now}, {later} FROM patients;
INSERT INTO entries (patient_key, week, revision, change_no, voided, assessed_on, speech, tube_form, gastrostomy, instrument, respondent, note, change_reason, recorded_at, recorded_by, recorded_as)
SELECT key, 202646, 2, 2, {no}, '2026-11-11', 3, {no}, {no}, 'alsfrs-r/1999-en-1', 1, 'quagga, corrected', 'no zebra, a quagga', {now}, {id 1}, 1 FROM patients;
INSERT INTO entry_revisions (patient_key, week, revision, change_no, voided, assessed_on, speech, tube_form, gastrostomy, instrument, respondent, note, recorded_at, recorded_by, recorded_as)
SELECT key, 202646, 1, 1, {no}, '2026-11-11', 4, {no}, {no}, 'alsfrs-r/1999-en-1', 1, 'zebra quagga', {now}, {id 1}, 1 FROM patients;
INSERT INTO mails (id, recipient, subject, body, attempts, due_at, created_at)
VALUES ({id 6}, 'quagga@example.org', 'A quagga', 'Quagga quagga', 0, {now}, {now});
