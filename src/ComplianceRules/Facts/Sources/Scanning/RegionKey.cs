using System.Runtime.CompilerServices;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The code of the region that the row lies in.</summary>
/// <param name="name">The key.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class RegionKey(string name, byte lineFeed) : RowKey(name)
{
    private const int Longest = 15;
    private const int MostKept = 1 << 16;

    private readonly Dictionary<UInt128, RegionCode> _codes = [];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = IdText.Read(ref at, lineFeed, out ReadOnlySpan<byte> text);
        if (taken == 0) return JsonText.Null(ref at);
        if (text.Length > Longest) return 0;
        UInt128 packed = Pack(text);
        if (!_codes.TryGetValue(packed, out RegionCode code))
        {
            if (!RegionCode.TryParse(Encoding.UTF8.GetString(text), out code)) return 0;
            if (_codes.Count < MostKept) _codes.Add(packed, code);
        }

        row.PutInto(code);
        return taken;
    }

    private static UInt128 Pack(ReadOnlySpan<byte> text)
    {
        UInt128 packed = (UInt128)text.Length;
        foreach (byte unit in text) packed = (packed << 8) | unit;
        return packed;
    }
}
