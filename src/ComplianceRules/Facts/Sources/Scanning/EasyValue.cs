using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Reads values that are as they should be.</summary>
internal static class EasyValue
{
    /// <summary>Reads a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its first byte.</param>
    /// <param name="row">The row; takes its id.</param>
    /// <param name="window">Where places are counted from.</param>
    /// <param name="numbers">Takes a number of double precision, at the key's slot.</param>
    /// <param name="cell">Any other value.</param>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(RowKey key, ref byte value, OpenRow row, ref byte window, ref double numbers, out int cell)
    {
        cell = 0;
        return key.Kind switch
        {
            RowKeyKind.Whole => Unsafe.As<StepsKey>(key).ReadWhole(ref value, out cell),
            RowKeyKind.Steps => Unsafe.As<StepsKey>(key).ReadSteps(ref value, out cell),
            RowKeyKind.Number => Unsafe.As<NumberKey>(key).ReadEasily(ref value, ref Unsafe.Add(ref numbers, key.Slot)),
            RowKeyKind.Bool => BoolKey.ReadEasily(ref value, out cell),
            RowKeyKind.Enum => Unsafe.As<EnumKey>(key).ReadEasily(ref value, out cell),
            RowKeyKind.Time => Unsafe.As<TimeKey>(key).ReadEasily(ref value, out cell),
            RowKeyKind.Id => IdKey.ReadEasily(ref value, row, ref window),
            _ => 0,
        };
    }
}
