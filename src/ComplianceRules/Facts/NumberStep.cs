namespace ComplianceRules.Facts;

/// <summary>Whether a number is a whole number of steps, decided in decimals: 0.3 is three steps of 0.1.</summary>
internal static class NumberStep
{
    // A decimal holds 28 digits; a larger number of 15 digits cannot be told apart from its neighbours a step away.
    private const double Largest = 1e27;

    public static bool Fits(double value, double step)
    {
        if (value == 0) return true;
        if (Math.Abs(value) > Largest || !(step > 0 && step < Largest)) return false;
        decimal exact = (decimal)value;
        decimal stride = (decimal)step;
        return exact != 0 && stride != 0 && exact % stride == 0;
    }
}
