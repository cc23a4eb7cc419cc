// A stand-in for the part of UIAutomationClient that automation.ps1 uses, with the names, types and errors that Microsoft's
// documentation gives them (System.Windows.Automation, learn.microsoft.com). Its desktop is a JSON text of the test's.
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace StandIn
{
    public class Node
    {
        public string Name { get; set; } = "";
        public string Type { get; set; } = "Pane";
        public string AutomationId { get; set; } = "";
        public string Value { get; set; } = "";
        public bool Enabled { get; set; } = true;
        public bool Password { get; set; }
        public bool Pressable { get; set; }
        public int Handle { get; set; }
        public int ProcessId { get; set; }
        /// <summary>hang, gone; otherwise the press is noted in the file of presses.</summary>
        public string Press { get; set; } = "";
        public bool Vanished { get; set; }
        /// <summary>It says that it can be pressed, and gives nothing to press it with.</summary>
        public bool Patternless { get; set; }
        public List<Node> Children { get; set; } = new();
    }

    public static class Desktop
    {
        static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, MaxDepth = 256 };
        public static string Presses = "";
        public static Node Root = new();

        /// <summary>What is on the desktop from now on; an empty text: it cannot be read.</summary>
        public static void Show(string windows)
        {
            Root = windows == ""
                ? new Node { Vanished = true }
                : new Node { Children = JsonSerializer.Deserialize<List<Node>>(windows, Options)! };
        }
    }
}

namespace System.Windows.Automation
{
    using StandIn;

    public enum TreeScope { Element = 1, Children = 2, Descendants = 4 }
    public class ElementNotAvailableException : SystemException { }
    public record AutomationProperty(string ProgrammaticName);
    public record AutomationPattern(string ProgrammaticName);
    public record ControlType(string ProgrammaticName);

    public class Condition
    {
        public static readonly Condition TrueCondition = new();
        internal virtual bool Fits(Node node) => true;
    }

    public class PropertyCondition : Condition
    {
        readonly int processId;
        public PropertyCondition(AutomationProperty property, object value)
        {
            // The real one refuses a value of another type as well.
            if (property != AutomationElement.ProcessIdProperty || value is not int id) throw new ArgumentException();
            processId = id;
        }
        internal override bool Fits(Node node) => node.ProcessId == processId;
    }

    public class CacheRequest
    {
        internal static HashSet<AutomationProperty> Active = new();
        readonly HashSet<AutomationProperty> properties = new();
        public void Add(AutomationProperty property) =>
            properties.Add(property ?? throw new ArgumentNullException());
        public IDisposable Activate() { var before = Active; Active = properties; return new Scope(before); }
        record Scope(HashSet<AutomationProperty> Before) : IDisposable { public void Dispose() => Active = Before; }
    }

    public class ValuePattern { public static readonly AutomationProperty ValueProperty = new("Value.Value"); }

    public class InvokePattern
    {
        public static readonly AutomationPattern Pattern = new("Invoke");
        internal Node Node = new();
        public void Invoke()
        {
            File.AppendAllText(Desktop.Presses, Node.Name + "\n");
            if (Node.Press == "gone") throw new ElementNotAvailableException();
            if (Node.Press == "hang") Thread.Sleep(Timeout.Infinite);
        }
    }

    public class AutomationElementCollection : ICollection
    {
        readonly AutomationElement[] elements;
        internal AutomationElementCollection(IEnumerable<AutomationElement> elements) => this.elements = elements.ToArray();
        public int Count => elements.Length;
        public bool IsSynchronized => false;
        public object SyncRoot => this;
        public void CopyTo(Array array, int index) => elements.CopyTo(array, index);
        public IEnumerator GetEnumerator() => elements.GetEnumerator();
    }

    public class AutomationElement
    {
        public static readonly AutomationProperty NameProperty = new("Name");
        public static readonly AutomationProperty ControlTypeProperty = new("ControlType");
        public static readonly AutomationProperty AutomationIdProperty = new("AutomationId");
        public static readonly AutomationProperty IsEnabledProperty = new("IsEnabled");
        public static readonly AutomationProperty IsPasswordProperty = new("IsPassword");
        public static readonly AutomationProperty NativeWindowHandleProperty = new("NativeWindowHandle");
        public static readonly AutomationProperty ProcessIdProperty = new("ProcessId");
        public static readonly AutomationProperty IsInvokePatternAvailableProperty = new("IsInvokePatternAvailable");
        public static AutomationElement RootElement => new(Desktop.Root);

        readonly Node node;
        readonly HashSet<AutomationProperty> cached = CacheRequest.Active;
        AutomationElement(Node node) => this.node = node;

        public AutomationElementCollection FindAll(TreeScope scope, Condition condition)
        {
            if (scope != TreeScope.Children) throw new ArgumentException("only direct children are searched");
            return new(Alive().Children.Where(condition.Fits).Select((child) => new AutomationElement(child)));
        }

        public AutomationElementInformation Cached => new(this);
        public object GetCachedPropertyValue(AutomationProperty property)
        {
            if (!cached.Contains(property)) throw new InvalidOperationException(property.ProgrammaticName);
            var value = new Dictionary<AutomationProperty, object> {
                [NameProperty] = node.Name, [ControlTypeProperty] = new ControlType("ControlType." + node.Type),
                [AutomationIdProperty] = node.AutomationId, [IsEnabledProperty] = node.Enabled,
                [IsPasswordProperty] = node.Password, [NativeWindowHandleProperty] = node.Handle,
                [IsInvokePatternAvailableProperty] = node.Pressable, [ValuePattern.ValueProperty] = node.Value,
            };
            return value[property];
        }

        public int[] GetRuntimeId() => new[] { 42, Alive().Name.Length, node.Type.Length };
        public object GetCurrentPattern(AutomationPattern pattern) =>
            Alive().Pressable && !node.Patternless && pattern == InvokePattern.Pattern
                ? new InvokePattern { Node = node }
                : throw new InvalidOperationException();
        Node Alive() => node.Vanished ? throw new ElementNotAvailableException() : node;

        public record AutomationElementInformation(AutomationElement Of)
        {
            public string Name => (string)Of.GetCachedPropertyValue(NameProperty);
            public ControlType ControlType => (ControlType)Of.GetCachedPropertyValue(ControlTypeProperty);
            public string AutomationId => (string)Of.GetCachedPropertyValue(AutomationIdProperty);
            public bool IsEnabled => (bool)Of.GetCachedPropertyValue(IsEnabledProperty);
            public bool IsPassword => (bool)Of.GetCachedPropertyValue(IsPasswordProperty);
            public int NativeWindowHandle => (int)Of.GetCachedPropertyValue(NativeWindowHandleProperty);
        }
    }
}
