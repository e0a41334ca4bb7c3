using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Options told apart by their first bytes: by one product, so that nothing is guessed where they come in any order.</summary>
internal sealed class EasyOptions
{
    private const int SlotBits = 5;
    private const int Slots = 1 << SlotBits;
    private const int MostFactors = 256;

    private readonly EasyOption[] _slots = new EasyOption[Slots];
    private readonly uint _factor;

    public EasyOptions(FieldSchema field)
    {
        EasyOption[] options = [.. EasyOption.Of(field).Where(o => o.Length > 0)];
        _factor = Enumerable.Range(0, MostFactors).Select(i => 0x9E3779B1 + ((uint)i * 0x85EBCA6A)).MaxBy(factor => options.Select(o => SlotOf(o.Start, factor)).Distinct().Count());
        Array.Fill(_slots, EasyOption.None);
        foreach (EasyOption option in options) _slots[SlotOf(option.Start, _factor)] = option;
    }

    /// <summary>The only option that may stand here, or another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EasyOption At(ref byte at) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), SlotOf(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, 1)), _factor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(uint start, uint factor) => (int)((start * factor) >> (32 - SlotBits));
}
