using Mono.Cecil;

namespace JointWatch.Firmware.Surface;

/// <summary>What a board's class libraries offer: types, and members where they are known.</summary>
internal sealed class MemberList
{
    /// <summary>What the compiler makes of <c>lock</c> where there is this overload; for a board it takes the one without the flag.</summary>
    private const string LockForNet = "M:System.Threading.Monitor.Enter(System.Object,System.Boolean@)";

    private readonly HashSet<string>? _types;
    private readonly HashSet<string>? _members;

    private MemberList(HashSet<string>? types, HashSet<string>? members)
    {
        _types = types;
        _members = members;
    }

    /// <summary>
    /// The types of nanoFramework's mscorlib and System.Math that code for boards has use for. Their members are not listed here:
    /// the full lists, read from the libraries, are not part of this repository.
    /// </summary>
    public static MemberList BuiltIn { get; } = new(
        [
            "System.Action", "System.ArgumentException", "System.ArgumentNullException", "System.ArgumentOutOfRangeException", "System.Array",
            "System.AsyncCallback", "System.Attribute", "System.BitConverter", "System.Boolean", "System.Byte", "System.Char",
            "System.Collections.ArrayList", "System.Collections.ICollection", "System.Collections.IEnumerable",
            "System.Collections.IEnumerator", "System.Collections.IList", "System.DateTime", "System.Delegate", "System.Double",
            "System.Enum", "System.EventArgs", "System.EventHandler", "System.Exception", "System.FlagsAttribute", "System.GC",
            "System.IAsyncResult", "System.IDisposable", "System.IndexOutOfRangeException", "System.Int16", "System.Int32",
            "System.Int64", "System.IntPtr", "System.InvalidCastException", "System.InvalidOperationException", "System.Math",
            "System.MulticastDelegate", "System.NotSupportedException", "System.NullReferenceException", "System.Object",
            "System.OutOfMemoryException", "System.ParamArrayAttribute", "System.Random", "System.Reflection.DefaultMemberAttribute",
            "System.Runtime.CompilerServices.IsExternalInit", "System.Runtime.CompilerServices.RuntimeHelpers", "System.RuntimeFieldHandle",
            "System.RuntimeTypeHandle", "System.SByte", "System.Single", "System.String", "System.Threading.AutoResetEvent",
            "System.Threading.Interlocked", "System.Threading.ManualResetEvent", "System.Threading.Monitor", "System.Threading.Thread",
            "System.Threading.ThreadStart", "System.Threading.Timer", "System.Threading.TimerCallback", "System.Threading.WaitHandle",
            "System.TimeSpan", "System.Type", "System.UInt16", "System.UInt32", "System.UInt64", "System.ValueType", "System.Void",
        ],
        null);

    /// <summary>
    /// Reads lists of the form <c>T:type</c>, <c>M:type.name(parameters)->return</c>, <c>F:type.name:type</c> or <c>F:type.name=value</c>.
    /// </summary>
    public static MemberList Read(params string[] paths)
    {
        string[] lines = [.. paths.SelectMany(File.ReadAllLines).Select(line => line.Trim())];
        return new(
            [.. lines.Where(line => line.StartsWith("T:", StringComparison.Ordinal)).Select(line => line[2..])],
            [.. lines.Where(line => line.Length > 2 && line[1] == ':' && line[0] is 'M' or 'F')]);
    }

    /// <summary>Gets the list of everything: for assemblies that were compiled against nothing but what boards have.</summary>
    public static MemberList Any { get; } = new(null, null);

    public bool HasType(string name) => _types is null || _types.Contains(name);

    /// <summary>Whether a member is there; true where members are not known.</summary>
    public bool HasMember(string signature) => _members is null || _members.Contains(signature) || signature == LockForNet;

    public static string SignatureOf(MethodReference method)
    {
        string name = method.Name is ".ctor" ? "#ctor" : method.Name;
        string parameters = method.HasParameters ? "(" + string.Join(',', method.Parameters.Select(p => NameOf(p.ParameterType))) + ")" : "";
        string result = NameOf(method.ReturnType) is "System.Void" ? "" : "->" + NameOf(method.ReturnType);
        return "M:" + NameOf(method.DeclaringType) + "." + name + parameters + result;
    }

    public static string SignatureOf(FieldReference field) => "F:" + NameOf(field.DeclaringType) + "." + field.Name + ":" + NameOf(field.FieldType);

    public static string NameOf(TypeReference type) => type switch
    {
        ArrayType array => NameOf(array.ElementType) + "[]",
        ByReferenceType reference => NameOf(reference.ElementType) + "@",
        RequiredModifierType modified => NameOf(modified.ElementType),
        _ => type.FullName.Replace('/', '.'),
    };
}
