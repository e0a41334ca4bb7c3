using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>Codes of made-up counties in the form of GB/T 2260, spread over the provinces, in ascending order.</summary>
/// <param name="count">How many counties there are.</param>
internal sealed class CountyCodes(int count)
{
    private const int CountiesOfACity = 20;
    private const int CitiesOfAProvince = 80;

    private static readonly int[] Provinces =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65,
    ];

    private readonly int _ofAProvince = (count + Provinces.Length - 1) / Provinces.Length;

    public static int Most => Provinces.Length * CitiesOfAProvince * CountiesOfACity;

    /// <summary>The code of a county as a number of six digits.</summary>
    public int this[int county]
    {
        get
        {
            (int province, int within) = Math.DivRem(county, _ofAProvince);
            (int city, int place) = Math.DivRem(within, CountiesOfACity);
            return (Provinces[province] * 10_000) + ((city + 1) * 100) + place + 1;
        }
    }

    public string Text(int county) => this[county].ToString(CultureInfo.InvariantCulture);
}
