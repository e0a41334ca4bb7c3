namespace ComplianceRules.Engine;

/// <summary>A fact that goes some values further, and where its total has to stay, one that goes as many back.</summary>
/// <param name="Fact">The fact's place.</param>
/// <param name="By">How many values it goes up, or below 0 down.</param>
/// <param name="Other">The place of the fact that goes the other way; -1 where none does.</param>
internal readonly record struct ChangeMove(int Fact, long By, int Other = -1)
{
    /// <summary>Whether the values that it comes to are among those of a box.</summary>
    /// <param name="all">The box.</param>
    /// <param name="point">The values that it starts from.</param>
    public bool IsWithin(ChangeBox all, ChangeBox point) => Lies(all, Fact, point.Low(Fact) + By) && (Other < 0 || Lies(all, Other, point.Low(Other) - By));

    /// <summary>What it costs more than not to go.</summary>
    /// <param name="point">The values that it starts from.</param>
    public double Cost(ChangeBox point) => Cost(point, Fact, By) + (Other < 0 ? 0 : Cost(point, Other, -By));

    /// <summary>The numbers of the values after it.</summary>
    /// <param name="point">The values that it starts from.</param>
    public long[] From(ChangeBox point)
    {
        long[] numbers = new long[point.Count];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = point.Low(i);
        numbers[Fact] += By;
        if (Other >= 0) numbers[Other] -= By;
        return numbers;
    }

    private static bool Lies(ChangeBox all, int fact, long number) => number >= all.Low(fact) && number <= all.High(fact);

    private static double Cost(ChangeBox point, int fact, long by) => point.Fact(fact).Cost(point.Low(fact) + by) - point.Fact(fact).Cost(point.Low(fact));
}
