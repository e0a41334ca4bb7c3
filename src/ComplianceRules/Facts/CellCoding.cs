namespace ComplianceRules.Facts;

/// <summary>How the numbers of a field become cells: as a count of steps where the field's range and step allow it, else as they are.</summary>
/// <remarks>Immutable. A number is its cell times <see cref="Numerator"/> through <see cref="Denominator"/>, exactly in decimals and correctly rounded as a double.</remarks>
/// <param name="Kind">How wide the cells are; <see cref="CellKind.Double"/> for numbers as they are.</param>
/// <param name="Numerator">The step's numerator, in lowest terms with the denominator or not.</param>
/// <param name="Denominator">The step's denominator.</param>
internal readonly record struct CellCoding(CellKind Kind, long Numerator, long Denominator)
{
    // Products of a cell and a numerator, and denominators, stay below 2^53: whole numbers that a double keeps.
    private const long MostExact = 1L << 53;
    private const long MostShort = 1_000_000_000_000_000;
    private const decimal MostSteps = int.MaxValue;

    /// <summary>Numbers as they are.</summary>
    public static CellCoding Plain { get; } = new(CellKind.Double, 1, 1);

    /// <summary>The narrowest cells that hold every number of a field's range.</summary>
    /// <param name="field">A field of numbers.</param>
    public static CellCoding Of(FieldSchema field)
    {
        if (field is not { Step: > 1e-12 and < 1e12 and { } step, Range: { Low: > -1e15, High: < 1e15 } range }) return Plain;
        (long numerator, long denominator) = Fraction((decimal)step);
        (decimal low, decimal high) = Steps(range, step);
        if (low < -MostSteps || high > MostSteps || decimal.Max(-low, high) * numerator >= MostExact || denominator >= MostExact) return Plain;
        CellKind kind = (low, high) switch
        {
            ( >= 0, <= byte.MaxValue) => CellKind.Byte,
            ( >= 0, <= ushort.MaxValue) => CellKind.UInt16,
            _ => CellKind.Int32,
        };
        return new CellCoding(kind, numerator, denominator);
    }

    /// <summary>The least and the greatest whole number of steps in a range.</summary>
    /// <param name="range">The range; both ends belong to it.</param>
    /// <param name="step">The step.</param>
    public static (decimal Low, decimal High) Steps(NumberRange range, double step) =>
        (decimal.Ceiling((decimal)range.Low / (decimal)step), decimal.Floor((decimal)range.High / (decimal)step));

    /// <summary>The least and the largest number of steps in a field's range; for fields whose numbers are kept so.</summary>
    /// <param name="field">A field of numbers.</param>
    public static (int Least, int Most) StepsOf(FieldSchema field)
    {
        (decimal low, decimal high) = Steps(field.Range!, field.Step!.Value);
        return ((int)low, (int)high);
    }

    /// <summary>The number of a cell.</summary>
    /// <param name="cell">A whole number of steps.</param>
    public double Value(long cell) => (double)(cell * Numerator) / Denominator;

    /// <summary>The cell of a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="cell">The number of steps; 0 where the number has no cell.</param>
    /// <returns>Whether it is a whole number of steps and within the range of the kind.</returns>
    public bool TryCell(double value, out int cell)
    {
        cell = 0;
        double steps = Nearest(value);
        if (!(Math.Abs(steps) <= int.MaxValue) || !Holds((long)steps) || Value((long)steps) != value) return false;
        cell = (int)steps;
        return true;
    }

    /// <summary>The whole number of steps that comes nearest to a number.</summary>
    public double Nearest(double value) => Math.Round(value * Denominator / Numerator);

    /// <summary>Whether the kind has room for a number of steps.</summary>
    public bool Holds(long steps) => Kind switch
    {
        CellKind.Byte => steps is >= 0 and <= byte.MaxValue,
        CellKind.UInt16 => steps is >= 0 and <= ushort.MaxValue,
        _ => steps is >= int.MinValue and <= int.MaxValue,
    };

    /// <summary>Whether the number of a cell has at most 15 digits, so that a double is it and nothing beside it.</summary>
    public bool IsShort(int steps) => Math.Abs(steps * Numerator) < MostShort;

    private static (long Numerator, long Denominator) Fraction(decimal step)
    {
        long denominator = 1;
        while (step != decimal.Truncate(step))
        {
            step *= 10;
            denominator *= 10;
        }

        return ((long)step, denominator);
    }
}
