using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The limits that one stack sets by key, as cells are compared with them.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class KeyedLimits : IEquatable<KeyedLimits>
{
    private readonly ushort[] _limits = new ushort[KeyedComparison.Limits];
    private readonly byte[] _bytes = new byte[KeyedComparison.Limits];
    private readonly double[] _doubles = [];

    /// <summary>Takes limits.</summary>
    /// <param name="isSame">Whether cells have to be the limit itself.</param>
    /// <param name="limits">The limits by the cells of the key; the unknown ones have none.</param>
    /// <param name="kind">The width of the cells compared: 8 or 16 bits, or double precision.</param>
    public KeyedLimits(bool isSame, ReadOnlySpan<CellLimit> limits, CellKind kind)
    {
        if (kind == CellKind.Double)
        {
            _doubles = new double[KeyedComparison.Limits];
            for (int key = 0; key < limits.Length; key++) (_doubles[key], Known) = limits[key].IsKnown ? (limits[key].Plain, Known | (1UL << key)) : (double.NaN, Known);
            return;
        }

        long most = kind == CellKind.Byte ? byte.MaxValue : ushort.MaxValue;
        for (int key = 0; key < limits.Length; key++)
        {
            if (!limits[key].IsKnown) continue;
            Known |= 1UL << key;
            if (limits[key].Whole < 0 || (isSame && limits[key].Whole > most)) Never |= 1UL << key;
            _limits[key] = (ushort)Math.Clamp(limits[key].Whole, 0, most);
            _bytes[key] = (byte)Math.Min(_limits[key], byte.MaxValue);
        }
    }

    /// <summary>The keys that have a limit.</summary>
    public ulong Known { get; }

    /// <summary>The keys whose limit no cell meets, where that is not told by the limit itself.</summary>
    public ulong Never { get; }

    /// <summary>The limits of cells of 16 bits.</summary>
    public ReadOnlySpan<ushort> UInt16s => _limits;

    /// <summary>The limits of cells of 8 bits.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The limits of cells of double precision; not a number where no cell meets it.</summary>
    public ReadOnlySpan<double> Doubles => _doubles;

    /// <summary>The cell that stands for a key in a column; negative where no row has it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="column">The column of the keys.</param>
    public static long CellOf(Value key, FactColumn column) => key switch
    {
        TextValue { Content: var text } when column is TextColumn texts => texts.CodeOf(text),
        NumberValue => CellLimit.Of(LimitForm.Same, key, column).Whole,
        _ => -1,
    };

    public bool Equals(KeyedLimits? other) =>
        other is not null && Known == other.Known && Never == other.Never && UInt16s.SequenceEqual(other.UInt16s) && Doubles.SequenceEqual(other.Doubles);

    public override bool Equals(object? obj) => Equals(obj as KeyedLimits);

    public override int GetHashCode() => HashCode.Combine(Known, Never, _limits[0], _limits[1], _doubles.Length == 0 ? 0 : _doubles[0]);
}
