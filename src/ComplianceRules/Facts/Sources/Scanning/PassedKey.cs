using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A key whose value is passed over: a note, or one that nobody knows and that was listed.</summary>
/// <param name="name">The key.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class PassedKey(string name, byte lineFeed) : RowKey(name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        if (at == JsonText.Quote)
        {
            int length = JsonText.Length(ref Unsafe.Add(ref at, 1));
            return length < 0 ? 0 : length + 2;
        }

        int taken = JsonDigits.Read(ref at).Length;
        if (taken > 0) return JsonDigits.MayEndBefore(Unsafe.Add(ref at, taken), lineFeed) ? taken : 0;
        return JsonText.Null(ref at);
    }
}
