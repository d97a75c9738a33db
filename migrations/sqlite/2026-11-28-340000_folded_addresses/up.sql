-- No table changes. Before this, every address is found by the form in which people see it: see
-- accounts::fold_addresses.
SELECT 1;
