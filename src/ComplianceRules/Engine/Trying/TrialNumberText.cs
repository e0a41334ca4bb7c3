using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Writes exact numbers in full.</summary>
internal static class TrialNumberText
{
    private const int MostDigits = 34;
    private const int Rounded = 17;

    // More places than the smallest number that a literal or a cell can be.
    private const int MostPlaces = 340;

    public static string Of(Rational number)
    {
        if (number.IsWhole) return number.Numerator.ToString(CultureInfo.InvariantCulture);
        int places = Places(number.Denominator);
        if (places > MostPlaces || Digits(number, places) > MostDigits) places = Math.Clamp(Rounded - Magnitude(number), 0, MostPlaces);
        return number.ToString(places);
    }

    // How many places a decimal has that ends; more than the most where it does not end.
    private static int Places(BigInteger denominator)
    {
        int twos = Power(ref denominator, 2);
        int fives = Power(ref denominator, 5);
        return denominator.IsOne ? Math.Max(twos, fives) : MostPlaces + 1;
    }

    private static int Power(ref BigInteger number, int factor)
    {
        int power = 0;
        while (power <= MostPlaces && BigInteger.Remainder(number, factor).IsZero)
        {
            number /= factor;
            power++;
        }

        return power;
    }

    private static int Digits(Rational number, int places) => Magnitude(number) + places;

    // The place of the first digit: 1 for 1 to 9.9, 0 for 0.1, -1 for 0.01.
    private static int Magnitude(Rational number) =>
        (int)Math.Floor(BigInteger.Log10(BigInteger.Abs(number.Numerator)) - BigInteger.Log10(number.Denominator)) + 1;
}
