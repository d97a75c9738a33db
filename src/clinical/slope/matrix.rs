//! The few lines of linear algebra that a line with a handful of levels needs.

/// The lower triangle of Cholesky's factor of a symmetric matrix, row by row.
pub(super) struct Factor(Vec<Vec<f64>>);

/// Below this share of its own size a column is a combination of the others.
const SINGULAR: f64 = 1e-11;

impl Factor {
    /// Of a matrix, whose lower triangle is given row by row: the products of columns with each other. None where they
    /// depend on one another.
    pub(super) fn of(mut triangle: &[f64]) -> Option<Self> {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        while !triangle.is_empty() {
            let (products, rest) = triangle.split_at_checked(rows.len() + 1)?;
            let (own, products) = products.split_last()?;
            triangle = rest;
            let mut row: Vec<f64> = Vec::with_capacity(rows.len() + 1);
            for (product, above) in products.iter().zip(&rows) {
                let left = product - dot(&row, above);
                row.push(left / above.last()?);
            }
            let left = own - dot(&row, &row);
            if left.is_nan() || left <= SINGULAR * own {
                return None;
            }
            row.push(left.sqrt());
            rows.push(row);
        }
        Some(Self(rows))
    }

    pub(super) fn log_determinant(&self) -> f64 {
        let diagonal = self.0.iter().filter_map(|row| row.last());
        2.0 * diagonal.map(|entry| entry.ln()).sum::<f64>()
    }

    /// What the matrix times the answer makes of `sides`.
    pub(super) fn solve(&self, sides: &[f64]) -> Vec<f64> {
        let half = self.forward(sides);
        let mut answer: Vec<f64> = vec![0.0; half.len()];
        for place in (0..half.len()).rev() {
            let below: f64 = self
                .0
                .iter()
                .zip(&answer)
                .skip(place + 1)
                .filter_map(|(row, known)| row.get(place).map(|entry| entry * known))
                .sum();
            let diagonal = self.0.get(place).and_then(|row| row.last());
            if let (Some(slot), Some(side), Some(diagonal)) =
                (answer.get_mut(place), half.get(place), diagonal)
            {
                *slot = (side - below) / diagonal;
            }
        }
        answer
    }

    /// The vector times the inverse of the matrix times the vector.
    pub(super) fn inverse_form(&self, vector: &[f64]) -> f64 {
        let half = self.forward(vector);
        dot(&half, &half)
    }

    fn forward(&self, sides: &[f64]) -> Vec<f64> {
        let mut half: Vec<f64> = Vec::with_capacity(sides.len());
        for (row, side) in self.0.iter().zip(sides) {
            let known = dot(row, &half);
            half.push((side - known) / row.last().copied().unwrap_or(1.0));
        }
        half
    }
}

/// The sum of the products; what one of them has more is left out.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
