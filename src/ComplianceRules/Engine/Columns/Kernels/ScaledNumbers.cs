namespace ComplianceRules.Engine;

/// <summary>Numbers of rows and by what they are multiplied.</summary>
internal readonly ref struct ScaledNumbers(ReadOnlySpan<double> numbers, double factor)
{
    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Numbers { get; } = numbers;

    /// <summary>By what each is multiplied.</summary>
    public double Factor { get; } = factor;
}
