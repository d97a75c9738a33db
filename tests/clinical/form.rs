//! The form: items, domains, words and codes.

use std::collections::HashSet;

use alsfrs_diary::clinical::{CuttingForm, Domain, Evidence, Item, LOINC_PANEL, LOINC_TOTAL};
use serde_json::{from_value, json, to_value};

#[test]
fn the_domains_hold_each_item_once_in_the_order_of_the_scale() {
    let items: Vec<Item> = Domain::ALL
        .iter()
        .flat_map(|domain| domain.items())
        .collect();

    assert_eq!(items, Item::ALL);
    for domain in Domain::ALL {
        assert!(domain.items().iter().all(|item| item.domain() == domain));
    }
}

#[test]
fn keys_are_what_json_says() {
    for item in Item::ALL {
        assert_eq!(to_value(item).unwrap(), json!(item.key()));
    }
    for domain in Domain::ALL {
        assert_eq!(to_value(domain).unwrap(), json!(domain.key()));
    }
    for form in CuttingForm::ALL {
        assert_eq!(to_value(form).unwrap(), json!(form.key()));
        assert_eq!(from_value::<CuttingForm>(json!(form.key())).unwrap(), form);
    }
    assert_eq!(
        Item::ALL.map(Item::key).last(),
        Some(&"respiratory_insufficiency")
    );
    assert_eq!(CuttingForm::default().key(), "5a");
}

#[test]
fn items_are_numbered_1_to_12_and_only_the_fifth_depends_on_the_form() {
    let numbers = |form| Item::ALL.map(|item| item.number(form));

    assert_eq!(
        numbers(CuttingForm::A),
        [
            "1", "2", "3", "4", "5a", "6", "7", "8", "9", "10", "11", "12"
        ]
    );
    for item in Item::ALL {
        let differs = item.anchors(CuttingForm::A) != item.anchors(CuttingForm::B);
        assert_eq!(differs, item == Item::Cutting, "{item:?}");
    }
}

#[test]
fn anchors_run_from_lost_to_normal() {
    for form in CuttingForm::ALL {
        for item in Item::ALL {
            let anchors = item.anchors(form);
            let best = *anchors.last().unwrap();
            assert!(
                best.starts_with("Normal") || best == "None",
                "{item:?}: {best}"
            );
            assert_eq!(HashSet::from(anchors).len(), 5, "{item:?}");
        }
    }
    assert_eq!(
        Item::RespiratoryInsufficiency
            .anchors(CuttingForm::A)
            .first(),
        Some(&"Invasive mechanical ventilation by intubation or tracheostomy")
    );
}

/// The check digit of LOINC is the mod-10 (Luhn) digit of the number before the dash.
#[test]
fn every_loinc_code_has_its_own_valid_check_digit() {
    let mut codes: Vec<&str> = Item::ALL
        .map(|item| item.loinc(CuttingForm::A).code)
        .to_vec();
    codes.extend([
        Item::Cutting.loinc(CuttingForm::B).code,
        LOINC_PANEL.code,
        LOINC_TOTAL.code,
    ]);

    for code in &codes {
        let (number, check) = code.split_once('-').unwrap();
        assert_eq!(luhn_digit(number).to_string(), check, "{code}");
    }
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), 15);
}

#[test]
fn only_the_codes_we_read_ourselves_are_confirmed() {
    let with = |evidence, form| {
        Item::ALL
            .map(|item| item.loinc(form))
            .into_iter()
            .filter(|loinc| loinc.evidence == evidence)
            .map(|loinc| loinc.code)
            .collect::<Vec<_>>()
    };

    let (a, b) = (CuttingForm::A, CuttingForm::B);
    assert_eq!(with(Evidence::Confirmed, a), ["82944-0", "82947-3"]);
    assert_eq!(with(Evidence::Cited, a), ["82940-8", "82941-6", "82948-1"]);
    assert_eq!(with(Evidence::Inferred, b).len(), 8);
}

fn luhn_digit(number: &str) -> u32 {
    let sum: u32 = number
        .chars()
        .rev()
        .map(|c| c.to_digit(10).unwrap())
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, doubled) if doubled > 9 => doubled - 9,
            (0, doubled) => doubled,
            _ => digit,
        })
        .sum();
    (10 - sum % 10) % 10
}
